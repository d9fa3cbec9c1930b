"""Tests of the page of one person."""
