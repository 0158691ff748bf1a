"""What a frame costs, measured side by side in one run: the bare network, MediaPipe around it, our
whole way of a frame and its parts, the common way, and ours with inference as often as needed."""
