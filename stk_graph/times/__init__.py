"""Ages, weekly times, periods and holidays: reading them, printing them, measuring overlap.

All functions are pure and total: any text gives a result, and what was not understood is named as
leftover instead of being guessed. Import the module that is needed; none of them costs more than a
few milliseconds, the package ``holidays`` is loaded only when a calendar is asked for.
"""
