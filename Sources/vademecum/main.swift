import ArgumentParser
import Configuration
import ServiceLifecycle
print("hello")
