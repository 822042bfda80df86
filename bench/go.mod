module gomodules.test/bench

go 1.21
