/// What `vademecum --version` says, and the name of the package.
let version = "0.1.0"
