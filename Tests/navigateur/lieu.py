"""What a test opens, and what is closed when it ends."""


class Lieu:
    def __init__(self):
        self.a_fermer = []

    def garder(self, chose):
        """Ends with the test."""
        self.a_fermer.append(chose)
        return chose

    def fermer(self):
        """The last that was opened first: it may need the others."""
        for chose in reversed(self.a_fermer):
            chose.fermer()
        self.a_fermer.clear()
