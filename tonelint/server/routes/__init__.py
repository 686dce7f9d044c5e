"""The addresses of the service, one file a family; each offers a `router`."""
