import Base
import ServiceLifecycle

/// Keeps this node in touch with the others of its base, until the server stops.
struct Voisinage: Service {
  let noeuds: Noeuds

  func run() async throws {
    await cancelWhenGracefulShutdown { await noeuds.run(horloge) }
    // On SQLite there is nobody to talk to, and a service that ends would end the server.
    try? await gracefulShutdown()
  }
}
