// swift-tools-version:6.2
// Read downward: a target may import only what stands below it. HOUSE: ARCHITECTURE.md.
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let locks = Target.Dependency.product(name: "NIOConcurrencyHelpers", package: "swift-nio")
let jwt = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
  name: "vademecum",
  products: [.executable(name: "vademecum", targets: ["vademecum"])],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
  ],
  targets: [
    // The command: clock, wiring, schedules, Hall.
    .executableTarget(
      name: "vademecum",
      dependencies: [
        "Rencontres", "Mentorat", "Conseil", "Annonces", "ViePrivee", "Personnes", "Web", "Chartes", "Base",
        "Discretion", "WebPush", "Temps", "Html", hummingbird, logging,
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        .product(name: "SystemPackage", package: "swift-system"),
      ], swiftSettings: settings),

    // Rooms: one per charter. No room imports another.
    .target(
      name: "Rencontres", dependencies: ["Personnes", "Web", "Chartes", "Base", "Temps", "Html", crypto],
      swiftSettings: settings),

    // Mentors and mentees, who write to each other between two sessions.
    .target(
      name: "Mentorat",
      dependencies: ["Personnes", "Web", "Chartes", "Base", "Discretion", "WhatsApp", "Temps", "Html", crypto],
      swiftSettings: settings),

    // Digital advisers: the door, people received, reports, figures.
    .target(
      name: "Conseil",
      dependencies: [
        "Personnes", "Web", "Chartes", "Base", "Classeur", "Comptage", "Discretion", "Temps", "Html", crypto, locks,
      ], swiftSettings: settings),

    // Carriers of what leaves: mail, WhatsApp, notices.
    .target(
      name: "Annonces",
      dependencies: [
        "CCurl", "Web", "Base", "WhatsApp", "WebPush", "Temps", "Html", logging, httpClient,
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ], swiftSettings: settings),

    // What is kept about people: the register, the copy, erasure, terms, requests.
    .target(
      name: "ViePrivee", dependencies: ["Personnes", "Web", "Chartes", "Base", "Classeur", "Temps", "Html"],
      swiftSettings: settings),

    // People, access, structures, dispositifs, roles, engagements.
    .target(
      name: "Personnes",
      dependencies: [
        "CFido2", "CQrencode", "Web", "Chartes", "Base", "WebPush", "Temps", "Html", crypto, jwt, httpClient,
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      swiftSettings: settings),

    // HTTP kit, forms, live stream, interface components, gallery.
    .target(
      name: "Web",
      dependencies: [
        "Chartes", "Base", "Discretion", "Temps", "Html", hummingbird, httpClient, crypto, locks, logging,
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ], swiftSettings: settings),

    // Database, vault, outbox, Viewer, faits, traces.
    .target(
      name: "Base",
      dependencies: [
        "CPostgres", "Temps", "Html", crypto, locks, logging,
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ], swiftSettings: settings),

    // A workbook, written as CSV, ODS or XLSX in memory.
    .target(name: "Classeur", dependencies: ["CZip", "Temps"], swiftSettings: settings),

    // What WhatsApp says and is told: bodies, signatures, statuses, errors. Pure.
    .target(name: "WhatsApp", dependencies: ["Html", crypto], swiftSettings: settings),

    // What a browser subscribes with, and what its push service is sent (RFC 8291, 8292). Pure.
    .target(name: "WebPush", dependencies: [crypto], swiftSettings: settings),

    // Pure: no I/O, no clock, no randomness.
    .target(name: "Chartes", dependencies: ["Temps", "Html"], swiftSettings: settings),
    .target(name: "Temps", dependencies: ["Html"], swiftSettings: settings),
    .target(name: "Comptage", swiftSettings: settings),
    .target(name: "Discretion", swiftSettings: settings),
    .target(name: "Html", swiftSettings: settings),

    // Makes the model that Discretion reads (bin/train).
    .executableTarget(
      name: "train", dependencies: ["Discretion"], path: "Training/Train", swiftSettings: settings),

    // What measures share: chance that comes again the same, and times.
    .target(name: "Banc", path: "Benchmarks/Banc", swiftSettings: settings),

    // Times the counting of ten million reports, and judges it.
    .executableTarget(
      name: "mesure-comptage", dependencies: ["Banc", "Comptage"], path: "Benchmarks/Comptage",
      swiftSettings: settings),

    // The same in a real base: rows, folding, pages.
    .executableTarget(
      name: "mesure-chiffres",
      dependencies: [
        "Banc", "Conseil", "Personnes", "Web", "Chartes", "Base", "Comptage", "Discretion", "Temps", "Html",
      ],
      path: "Benchmarks/Chiffres", swiftSettings: settings),

    // System libraries (modulemaps only).
    .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CFido2", pkgConfig: "libfido2", providers: [.apt(["libfido2-dev"])]),
    .systemLibrary(name: "CQrencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),

    // A Graph API that fails on demand, and the same as a program.
    .target(
      name: "FauxMeta",
      dependencies: [
        "WhatsApp", hummingbird, locks,
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      path: "Tests/FauxMeta/Graph", swiftSettings: settings),
    .executableTarget(
      name: "faux-meta",
      dependencies: [
        "FauxMeta", "WhatsApp", hummingbird, httpClient,
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      path: "Tests/FauxMeta/Serveur", swiftSettings: settings),

    // The cast: both engines, a fixed clock, real fakes.
    .target(
      name: "Troupe",
      dependencies: [
        "Rencontres", "Mentorat", "Conseil", "Annonces", "ViePrivee", "Personnes", "Web", "Chartes", "Base",
        "Discretion", "FauxMeta", "WhatsApp", "WebPush", "Temps", "Html", logging, locks, crypto, hummingbird,
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      path: "Tests/Troupe", exclude: ["Smtp/serveur.py"], swiftSettings: settings),
    .testTarget(name: "HtmlTests", dependencies: ["Html"], swiftSettings: settings),
    .testTarget(name: "TempsTests", dependencies: ["Temps", "Html"], swiftSettings: settings),
    .testTarget(
      name: "ClasseurTests", dependencies: ["Troupe", "Classeur", "Temps"], exclude: ["lire.py"],
      swiftSettings: settings),
    .testTarget(name: "DiscretionTests", dependencies: ["Discretion"], swiftSettings: settings),
    .testTarget(name: "ComptageTests", dependencies: ["Comptage"], swiftSettings: settings),
    .testTarget(name: "ChartesTests", dependencies: ["Chartes", "Temps", "Html"], swiftSettings: settings),
    .testTarget(
      name: "BaseTests", dependencies: ["Troupe", "Base", "Temps", "Html", crypto, locks], swiftSettings: settings),
    .testTarget(
      name: "WebTests",
      dependencies: [
        "Troupe", "Web", "Chartes", "Base", "Temps", "Html", hummingbird, crypto, locks, logging,
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ], swiftSettings: settings),
    .testTarget(
      name: "AnnoncesTests", dependencies: ["Troupe", "Annonces", "Base", "WhatsApp", "Temps", "Html"],
      swiftSettings: settings),
    .testTarget(
      name: "PersonnesTests",
      dependencies: [
        "Troupe", "Personnes", "Web", "Chartes", "Base", "WebPush", "Temps", "Html", crypto, locks,
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ViePriveeTests",
      dependencies: [
        "Troupe", "ViePrivee", "Rencontres", "Mentorat", "Conseil", "Personnes", "Web", "Chartes", "Base", "Temps",
        "Html", crypto,
      ], swiftSettings: settings),
    .testTarget(
      name: "RencontresTests",
      dependencies: ["Troupe", "Rencontres", "Personnes", "Web", "Chartes", "Base", "Temps", "Html", crypto],
      swiftSettings: settings),
    .testTarget(
      name: "MentoratTests",
      dependencies: [
        "Troupe", "FauxMeta", "Mentorat", "Personnes", "Web", "Chartes", "Base", "Discretion", "WhatsApp", "WebPush",
        "Temps",
        "Html", crypto,
      ], swiftSettings: settings),
    .testTarget(
      name: "ConseilTests",
      dependencies: [
        "Troupe", "Conseil", "Personnes", "Web", "Chartes", "Base", "Comptage", "Discretion", "Temps", "Html", crypto,
      ], swiftSettings: settings),
    .testTarget(
      name: "HistoiresTests",
      dependencies: [
        "Troupe", "FauxMeta", "Rencontres", "Mentorat", "Conseil", "ViePrivee", "Personnes", "Web", "Chartes", "Base",
        "WhatsApp", "WebPush", "Temps", "Html", hummingbird, locks, crypto, logging,
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ], swiftSettings: settings),
    .testTarget(
      name: "WhatsAppTests", dependencies: ["Troupe", "FauxMeta", "WhatsApp", "Html"], exclude: ["pair.py"],
      swiftSettings: settings),
    .testTarget(
      name: "WebPushTests", dependencies: ["Troupe", "WebPush", crypto], exclude: ["lire.py"], swiftSettings: settings),
    .testTarget(name: "MaisonTests", dependencies: ["Web", "Html"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
