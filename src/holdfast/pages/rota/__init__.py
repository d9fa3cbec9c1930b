"""The duty rota: who is on, week by week, and where nobody is."""
