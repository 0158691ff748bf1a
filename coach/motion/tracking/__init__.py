"""Several people: who is who from picture to picture, whom to follow, and whom to know again."""
