# Written by nemogen.
