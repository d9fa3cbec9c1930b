"""Why a clock or a signal stands as it does for one child, and how it would stand had something happened on another day."""
