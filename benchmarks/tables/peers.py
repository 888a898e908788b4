NAME = "peers"
