"""What utils/stress is made of.

  suites    which programs there are, and how each is compiled
  compare   one program, plain and boxed: the verdict
  projects  projects, judged by their own tests
  verdict   what becomes of one
  process   one command, within limits of time, memory and output
  report    progress, results and the closing counts
"""
