/// One attribute of an element. Names are fixed in the code; values are escaped.
package struct Attribute: Sendable {
  let name: StaticString
  /// nil: a boolean attribute, such as `required`.
  let value: String?

  private init(_ name: StaticString, _ value: String?) {
    self.name = name
    self.value = value
  }

  package static func `class`(_ value: String) -> Attribute { .init("class", value) }
  /// For mails only: our pages forbid inline style.
  package static func style(_ value: String) -> Attribute { .init("style", value) }
  package static func id(_ value: String) -> Attribute { .init("id", value) }
  package static func lang(_ value: Langue) -> Attribute { .init("lang", value.rawValue) }
  package static func href(_ value: String) -> Attribute { .init("href", Address.safe(value)) }
  package static func src(_ value: String) -> Attribute { .init("src", Address.safe(value)) }
  package static func rel(_ value: String) -> Attribute { .init("rel", value) }
  package static func target(_ value: String) -> Attribute { .init("target", value) }
  package static func type(_ value: String) -> Attribute { .init("type", value) }
  package static func name(_ value: String) -> Attribute { .init("name", value) }
  package static func value(_ value: String) -> Attribute { .init("value", value) }
  package static func content(_ value: String) -> Attribute { .init("content", value) }
  package static func charset(_ value: String) -> Attribute { .init("charset", value) }
  package static func method(_ value: String) -> Attribute { .init("method", value) }
  package static func action(_ value: String) -> Attribute { .init("action", Address.safe(value)) }
  package static func formaction(_ value: String) -> Attribute { .init("formaction", Address.safe(value)) }
  package static func `for`(_ value: String) -> Attribute { .init("for", value) }
  package static func role(_ value: String) -> Attribute { .init("role", value) }
  package static func scope(_ value: String) -> Attribute { .init("scope", value) }
  package static func autocomplete(_ value: String) -> Attribute { .init("autocomplete", value) }
  package static func inputmode(_ value: String) -> Attribute { .init("inputmode", value) }
  package static func maxlength(_ value: Int) -> Attribute { .init("maxlength", String(value)) }
  package static func rows(_ value: Int) -> Attribute { .init("rows", String(value)) }
  package static func min(_ value: String) -> Attribute { .init("min", value) }
  package static func max(_ value: String) -> Attribute { .init("max", value) }
  package static func width(_ value: Int) -> Attribute { .init("width", String(value)) }
  package static func height(_ value: Int) -> Attribute { .init("height", String(value)) }
  /// A length with its unit in a drawing: "62.5%", "1.2em". Unlike a style, the policy of our pages lets it through.
  package static func width(_ value: String) -> Attribute { .init("width", value) }
  package static func height(_ value: String) -> Attribute { .init("height", value) }
  package static func x(_ value: String) -> Attribute { .init("x", value) }
  package static func y(_ value: String) -> Attribute { .init("y", value) }
  package static func x1(_ value: String) -> Attribute { .init("x1", value) }
  package static func x2(_ value: String) -> Attribute { .init("x2", value) }
  package static func y1(_ value: String) -> Attribute { .init("y1", value) }
  package static func y2(_ value: String) -> Attribute { .init("y2", value) }
  package static func cx(_ value: String) -> Attribute { .init("cx", value) }
  package static func cy(_ value: String) -> Attribute { .init("cy", value) }
  package static func r(_ value: String) -> Attribute { .init("r", value) }
  package static func dx(_ value: String) -> Attribute { .init("dx", value) }
  package static func preserveAspectRatio(_ value: String) -> Attribute { .init("preserveAspectRatio", value) }
  package static func viewBox(_ value: String) -> Attribute { .init("viewBox", value) }
  static func altText(_ value: String) -> Attribute { .init("alt", value) }
  package static func d(_ value: String) -> Attribute { .init("d", value) }
  package static func datetime(_ value: String) -> Attribute { .init("datetime", value) }
  package static func download(_ value: String) -> Attribute { .init("download", value) }
  package static func colspan(_ value: Int) -> Attribute { .init("colspan", String(value)) }
  package static func spellcheck(_ value: Bool) -> Attribute { .init("spellcheck", String(value)) }
  package static func step(_ value: String) -> Attribute { .init("step", value) }
  package static func tabindex(_ value: Int) -> Attribute { .init("tabindex", String(value)) }
  package static var required: Attribute { .init("required", nil) }
  package static var checked: Attribute { .init("checked", nil) }
  package static var selected: Attribute { .init("selected", nil) }
  package static var hidden: Attribute { .init("hidden", nil) }
  package static var open: Attribute { .init("open", nil) }
  package static var disabled: Attribute { .init("disabled", nil) }
  package static var novalidate: Attribute { .init("novalidate", nil) }
  package static var autofocus: Attribute { .init("autofocus", nil) }
  package static var autoplay: Attribute { .init("autoplay", nil) }
  package static var playsinline: Attribute { .init("playsinline", nil) }
  package static var muted: Attribute { .init("muted", nil) }

  /// `aria-label`, `aria-current`…: the name after the dash.
  package static func aria(_ name: Aria, _ value: String) -> Attribute { .init(name.attribute, value) }
  /// `data-…`, read by the modules of `Public/js`.
  package static func data(_ name: StaticString, _ value: String) -> Attribute { .init(name, value) }

  package enum Aria: Sendable {
    case label, labelledby, describedby, current, hidden, live, invalid, atomic, required, pressed, expanded, controls,
      modal

    var attribute: StaticString {
      switch self {
      case .label: "aria-label"
      case .labelledby: "aria-labelledby"
      case .describedby: "aria-describedby"
      case .current: "aria-current"
      case .hidden: "aria-hidden"
      case .live: "aria-live"
      case .invalid: "aria-invalid"
      case .atomic: "aria-atomic"
      case .required: "aria-required"
      case .pressed: "aria-pressed"
      case .expanded: "aria-expanded"
      case .controls: "aria-controls"
      case .modal: "aria-modal"
      }
    }
  }

  func write(into markup: inout Markup) {
    markup.appendRaw(" ")
    markup.appendRaw(name)
    guard let value else { return }
    markup.appendRaw("=\"")
    markup.appendEscaped(value)
    markup.appendRaw("\"")
  }
}
