"""The lives families lead with services: one module for each stretch of the road, from the first call to going home."""
