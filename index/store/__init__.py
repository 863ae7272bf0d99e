"""How is it kept so that nothing is lost?"""
