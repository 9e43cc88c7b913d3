"""The one command of Chung Tay: it finds a broker, keeps every process alive, and shows what runs."""
