"""How many people the app serves, and how well: played over WebRTC and counted."""
