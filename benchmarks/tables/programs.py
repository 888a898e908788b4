NAME = "programs"
