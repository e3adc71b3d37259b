// A bot in telegraf's documented way; only the address and the token come from outside.
import { Markup, Telegraf } from "telegraf";
import { message } from "telegraf/filters";

const bot = new Telegraf(process.env.BOT_TOKEN, { telegram: { apiRoot: process.env.BOT_API } });

bot.start((ctx) =>
  ctx.replyWithHTML("Pilih <b>satu</b>", Markup.inlineKeyboard([
    Markup.button.callback("Satu", "satu"), Markup.button.callback("Dua", "dua")])));
bot.command("tombol", (ctx) =>
  ctx.reply("Pakai tombol", Markup.keyboard(["Saldo"]).resize()));
bot.command("berkas", (ctx) =>
  ctx.replyWithDocument({ source: Buffer.from("isi"), filename: "catatan.txt" }));
bot.command("polling", (ctx) => ctx.replyWithPoll("Sudah?", ["Ya", "Belum"]));
bot.on("callback_query", async (ctx) => {
  await ctx.answerCbQuery("Sebentar");
  await ctx.editMessageText(`Dipilih: ${ctx.callbackQuery.data}`);
});
bot.on(message("photo"), async (ctx) => {
  const photo = ctx.message.photo.at(-1).file_id;
  await ctx.telegram.getFileLink(photo);
  await ctx.replyWithPhoto(photo, { caption: "Diterima" });
});
bot.on(message("text"), (ctx) => ctx.reply(`Anda menulis: ${ctx.message.text}`));
await bot.launch();
