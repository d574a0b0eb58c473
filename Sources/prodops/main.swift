print("prodops")
