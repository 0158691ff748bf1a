"""Whether this installation works, for those who run it."""

from coach.ui.check import check_page
from coach.ui.shared.page_style import enter_by_the_app

enter_by_the_app()
check_page()
