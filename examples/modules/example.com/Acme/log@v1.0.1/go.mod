module example.com/Acme/log

go 1.21
