"""Connections of aiohttp under an httpx2 client. Needs the extra `aiohttp`, and asyncio."""
