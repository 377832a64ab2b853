"""The formats that a release of nemogen wrote, and that every later one reads."""
