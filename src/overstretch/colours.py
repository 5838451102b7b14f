"""Colours and letters that all charts share."""

from __future__ import annotations

INK, MUTED, GRID = "#1d2730", "#5d6872", "#e3e7ea"
FONT = "'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif"
HUES = {"allies": "#1f5f8b", "russia": "#b3541e", "neutral": "#4b5560"}
