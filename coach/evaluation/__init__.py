"""How often the engine is right, measured on clips with counts and faults by eye."""
