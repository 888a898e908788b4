NAME = "fortran"
