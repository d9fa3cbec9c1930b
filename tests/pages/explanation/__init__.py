"""Why a clock or a signal stands as it does."""
