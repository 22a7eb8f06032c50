import sys; sys.path.insert(0,'/work/main/Tests/navigateur')
def test_x(atelier):
    h=atelier.convenir()
    p=h.explorateur.avec_script()
    p.on("pageerror", lambda e: print("PAGEERROR", e))
    p.on("console", lambda m: print("CONSOLE", m.type, m.text))
    p.goto(f"{h.rencontre}/salle")
    p.locator("#essayer").click(); p.wait_for_timeout(2000)
    print([ (e.get_attribute("data-etat"), e.is_visible()) for e in p.locator("#essai [data-etat]").all()])
