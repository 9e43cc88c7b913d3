"""Social critique of drafts: dossiers, the form of critique, opinion documents and their answers."""
