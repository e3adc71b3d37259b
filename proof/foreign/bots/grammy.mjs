// A bot in grammY's documented way; only the address and the token come from outside.
import { Bot, InlineKeyboard, InputFile, Keyboard } from "grammy";

const bot = new Bot(process.env.BOT_TOKEN, { client: { apiRoot: process.env.BOT_API } });

bot.command("start", (ctx) =>
  ctx.reply("Pilih <b>satu</b>", {
    parse_mode: "HTML",
    reply_markup: new InlineKeyboard().text("Satu", "satu").text("Dua", "dua"),
  }));
bot.command("tombol", (ctx) =>
  ctx.reply("Pakai tombol", { reply_markup: new Keyboard().text("Saldo").resized() }));
bot.command("berkas", (ctx) =>
  ctx.replyWithDocument(new InputFile(Buffer.from("isi"), "catatan.txt"), { caption: "Catatan" }));
bot.command("polling", (ctx) => ctx.replyWithPoll("Sudah?", [{ text: "Ya" }, { text: "Belum" }]));
bot.on("callback_query:data", async (ctx) => {
  await ctx.answerCallbackQuery({ text: "Sebentar" });
  await ctx.editMessageText(`Dipilih: ${ctx.callbackQuery.data}`);
});
bot.on("message:photo", async (ctx) => {
  await ctx.getFile();
  await ctx.replyWithPhoto(ctx.message.photo.at(-1).file_id, { caption: "Diterima" });
});
bot.on("message:text", (ctx) => ctx.reply(`Anda menulis: ${ctx.message.text}`));
await bot.start();
