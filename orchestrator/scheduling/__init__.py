"""When bots run: the timetable as times, the calendar, what is decided for each time, and who asks for the runs."""
