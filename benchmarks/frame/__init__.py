"""What a frame costs, beside the network alone and the common way."""
