// a file of the same name in every release
