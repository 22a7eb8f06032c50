import Foundation

func exp32(_ x: Float) -> Float { exp(x) }
func log32(_ x: Float) -> Float { log(x) }
