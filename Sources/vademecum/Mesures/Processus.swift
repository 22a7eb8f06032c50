import Foundation
import Html
import Web

/// What this process takes of the machine, as Linux tells it in /proc. What cannot be read is not told.
enum Processus {
  static var grandeurs: [Grandeur] {
    let fields = (try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8)).map(fields) ?? []
    let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
    var grandeurs: [Grandeur] = []
    if fields.count > 21, let user = Double(fields[11]), let system = Double(fields[12]) {
      grandeurs.append(
        .counter(
          "process_cpu_seconds_total", Phrase("Temps de processeur.", "Time of processor."), (user + system) / ticks))
    }
    if fields.count > 21, let pages = Double(fields[21]) {
      grandeurs.append(
        .gauge(
          "process_resident_memory_bytes", Phrase("Mémoire occupée.", "Memory held."),
          pages * Double(sysconf(Int32(_SC_PAGESIZE)))))
    }
    if let open = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count {
      // One of them is the folder being read.
      grandeurs.append(
        .gauge(
          "process_open_fds", Phrase("Fichiers et connexions ouverts.", "Open files and connections."), Double(open - 1)
        ))
    }
    var limit = rlimit()
    if getrlimit(__rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue)), &limit) == 0 {
      grandeurs.append(
        .gauge("process_max_fds", Phrase("Combien il peut en ouvrir.", "How many it may open."), Double(limit.rlim_cur))
      )
    }
    return grandeurs
  }

  /// After the name of the program, which may hold anything, even spaces: from the third field on.
  private static func fields(_ line: String) -> [Substring] {
    line.lastIndex(of: ")").map { line[line.index(after: $0)...].split(separator: " ") } ?? []
  }
}
