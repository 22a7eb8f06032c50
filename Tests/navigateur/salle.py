"""The video room as a person uses it: gestures and looks for tests with two browsers (Playwright, synchronous)."""

DRAPEAUX = [
    "--no-sandbox",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    # Without it no address is gathered on a machine that has only its loopback.
    "--allow-loopback-in-peer-connection",
    "--disable-features=WebRtcHideLocalIpsWithMdns",
]


def entrer(page):
    """Enters the room from its door; the page is already open on it."""
    page.locator("#entrer").click()
    page.locator("#visio").wait_for(state="visible")


def essayer(page, etat="essai-bien", delai=10):
    """Checks the devices and waits for what the page says of them."""
    page.locator("#essayer").click()
    page.locator(f'#essai [data-etat="{etat}"]').wait_for(state="visible", timeout=delai * 1000)


def images(page):
    """How many pictures of the other were shown since this connection began."""
    return page.evaluate("() => window.salle.framesDecoded()")


def etat(page):
    """The sentence that the room shows: 'attente', 'connexion', 'ensemble', 'coupure', 'parti', 'fin'…"""
    return page.evaluate("() => window.salle.etat")


def attendre_etat(page, voulu, delai=20):
    """Waits until the room says so, and shows it."""
    page.wait_for_function("voulu => window.salle?.etat === voulu", arg=voulu, timeout=delai * 1000)
    page.locator(f'#visio [data-etat="{voulu}"]').wait_for(state="visible", timeout=2000)


def attendre_images(page, nombre=5, delai=20):
    """Waits until `nombre` more pictures of the other were shown."""
    page.wait_for_function(
        "async voulu => await window.salle.framesDecoded() >= voulu", arg=images(page) + nombre, timeout=delai * 1000
    )


def attendre_ensemble(*pages, delai=20):
    """Waits until each sees the other move."""
    for page in pages:
        attendre_etat(page, "ensemble", delai)
    for page in pages:
        attendre_images(page, delai=delai)


def appuye(page, bouton):
    """Whether a button is pressed: '#micro', '#camera', '[data-question="1"] button'."""
    return page.locator(bouton).get_attribute("aria-pressed") == "true"


def pistes_ouvertes(page):
    """How many of one's own tracks still run, as counted by `compter_les_pistes`."""
    return page.evaluate("() => window.__pistes.filter((piste) => piste.readyState === 'live').length")


def compter_les_pistes(contexte):
    """Keeps an eye on every track the browser gives, so that a test sees whether the camera was let go."""
    contexte.add_init_script(
        """
        window.__pistes = [];
        const ask = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices);
        if (ask) navigator.mediaDevices.getUserMedia = async (wishes) => {
          const stream = await ask(wishes);
          window.__pistes.push(...stream.getTracks());
          return stream;
        };
        """
    )
