"""Pure values and rules of order-to-cash. Imports nothing of this project and touches nothing outside itself."""
