"""People with known truth: diaries with planted triggers, every difficulty a switch. No estimator can see this part."""

from flarepath.simulate.person import people, person
from flarepath.simulate.record import Person, Planted, truth
from flarepath.simulate.scenarios import random_food_person
from flarepath.simulate.world import World, world_of

__all__ = ["Person", "Planted", "World", "people", "person", "random_food_person", "truth", "world_of"]
