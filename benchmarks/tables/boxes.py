NAME = "boxes"
