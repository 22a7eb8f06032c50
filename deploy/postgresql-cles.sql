-- The base of the keys, apart from the base of everything else.
CREATE DATABASE vademecum_cles;
