import Foundation

/// What is said to whoever started the command: written at once, never kept in a buffer or a log.
func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
