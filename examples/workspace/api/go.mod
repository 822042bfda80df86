module example.com/shop/api

go 1.21

require example.com/text/v2 v2.1.0
