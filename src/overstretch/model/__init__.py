"""The laws: one module per mechanism, small pure functions on arrays, and the step that composes them.

Axes: actors first, futures last. Shares, rates and ratios are fractions; flows are a quarter's unless named yearly.
"""
