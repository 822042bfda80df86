module git.corp.example/team/greeting.git

go 1.21
