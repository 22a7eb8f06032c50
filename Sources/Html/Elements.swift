/// Elements in HTML's own words: attributes first, content last. A nil attribute is left out.
private func element(_ name: StaticString, _ attributes: [Attribute?], _ content: Markup) -> Markup {
  var markup = opening(name, attributes)
  markup.append(content)
  markup.appendRaw("</")
  markup.appendRaw(name)
  markup.appendRaw(">")
  return markup
}

private func opening(_ name: StaticString, _ attributes: [Attribute?]) -> Markup {
  var markup = Markup.empty
  markup.appendRaw("<")
  markup.appendRaw(name)
  for attribute in attributes { attribute?.write(into: &markup) }
  markup.appendRaw(">")
  return markup
}

package typealias Content = () -> Markup

package func head(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("head", attributes, content())
}
package func title(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("title", attributes, content())
}
package func body(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("body", attributes, content())
}
package func header(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("header", attributes, content())
}
package func footer(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("footer", attributes, content())
}
package func main(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("main", attributes, content())
}
package func nav(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("nav", attributes, content())
}
package func section(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("section", attributes, content())
}
package func aside(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("aside", attributes, content())
}
package func article(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("article", attributes, content())
}
package func div(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("div", attributes, content())
}
package func span(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("span", attributes, content())
}
package func p(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("p", attributes, content())
}
package func h1(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("h1", attributes, content())
}
package func h2(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("h2", attributes, content())
}
package func h3(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("h3", attributes, content())
}
package func ul(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("ul", attributes, content())
}
package func ol(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("ol", attributes, content())
}
package func li(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("li", attributes, content())
}
package func a(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("a", attributes, content())
}
package func strong(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("strong", attributes, content())
}
package func em(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("em", attributes, content())
}
package func small(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("small", attributes, content())
}
package func mark(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("mark", attributes, content())
}
package func blockquote(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("blockquote", attributes, content())
}
package func table(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("table", attributes, content())
}
package func caption(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("caption", attributes, content())
}
package func thead(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("thead", attributes, content())
}
package func tbody(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("tbody", attributes, content())
}
package func tr(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("tr", attributes, content())
}
package func th(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("th", attributes, content())
}
package func td(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("td", attributes, content())
}
package func dl(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("dl", attributes, content())
}
package func dt(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("dt", attributes, content())
}
package func dd(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("dd", attributes, content())
}
package func form(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("form", attributes, content())
}
package func fieldset(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("fieldset", attributes, content())
}
package func legend(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("legend", attributes, content())
}
package func label(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("label", attributes, content())
}
package func button(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("button", attributes, content())
}
package func select(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("select", attributes, content())
}
package func option(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("option", attributes, content())
}
package func details(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("details", attributes, content())
}
package func summary(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("summary", attributes, content())
}
package func time(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("time", attributes, content())
}
package func svg(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("svg", attributes, content())
}
package func path(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("path", attributes, content())
}
package func rect(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("rect", attributes, content())
}
package func circle(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("circle", attributes, content())
}
package func line(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("line", attributes, content())
}
package func text(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("text", attributes, content())
}
package func tspan(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("tspan", attributes, content())
}
package func video(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("video", attributes, content())
}
package func figure(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("figure", attributes, content())
}
package func figcaption(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("figcaption", attributes, content())
}
package func meter(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("meter", attributes, content())
}
package func code(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("code", attributes, content())
}
package func pre(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("pre", attributes, content())
}
package func template(_ attributes: Attribute?..., @MarkupBuilder content: Content = { .empty }) -> Markup {
  element("template", attributes, content())
}

/// The words of a text area stay as they were typed: a leading line break would be eaten by the browser.
package func textarea(_ attributes: Attribute?..., text: String) -> Markup {
  element("textarea", attributes, Markup(text: "\n" + text))
}

package func input(_ attributes: Attribute?...) -> Markup { opening("input", attributes) }
package func meta(_ attributes: Attribute?...) -> Markup { opening("meta", attributes) }
package func stylesheet(_ href: String) -> Markup { opening("link", [.rel("stylesheet"), .href(href)]) }
/// The style of a file that stands alone; pages of the site have their sheet.
package func inlineStyle(_ sheet: StaticString) -> Markup {
  var markup = Markup.empty
  markup.appendRaw("<style>")
  markup.appendRaw(sheet)
  markup.appendRaw("</style>")
  return markup
}
package func icon(_ href: String) -> Markup { opening("link", [.rel("icon"), .href(href)]) }
/// What an installed site is called, and looks like.
package func manifest(_ href: String) -> Markup { opening("link", [.rel("manifest"), .href(href)]) }
/// The same icon, for telephones that read no manifest for it.
package func touchIcon(_ href: String) -> Markup { opening("link", [.rel("apple-touch-icon"), .href(href)]) }
package func module(_ source: String) -> Markup { element("script", [.type("module"), .src(source)], .empty) }
package var br: Markup { opening("br", []) }
package var hr: Markup { opening("hr", []) }

/// A picture always says what it shows; decoration takes an empty `alt` on purpose.
package func image(_ source: String, alt: String, _ attributes: Attribute?...) -> Markup {
  opening("img", [.src(source), .altText(alt)] + attributes)
}

package func document(_ langue: Langue, @MarkupBuilder content: Content) -> Markup {
  var markup = Markup.empty
  markup.appendRaw("<!doctype html>")
  markup.append(element("html", [.lang(langue)], content()))
  return markup
}
